import pytest

from vedette.mark.language import detect_language

KNOWN = [
    ("en", "Belarus and Russia Continue Joint Military Preparations Amid Missile System Upgrades"),
    ("ru", "Минобороны сообщило о прибытии расчётов комплекса в Мачулищи."),
    ("ru", "Президент России прилетел в Минск сегодня вечером на встречу"),
    ("be", "Экіпажы ракетнага комплексу сёньня вярнуліся з Расеі пасьля падрыхтоўкі."),
    ("be", "Сілы спэцыяльных апэрацыяў прайшлі вучэньні разам з расейцамі каля Берасьця"),
    ("be", "Паведамiла Мiнiстэрства абароны, экiпажы прыбылi на аэрадром."),
    ("uk", "Міністерство оборони Білорусі повідомило про прибуття екіпажів."),
    ("pl", "Ministerstwo Obrony Białorusi poinformowało o przybyciu załogi"),
    ("de", "Das Verteidigungsministerium teilte mit, dass die Besatzung zurückkehrte."),
]
OTHERS = [
    "Les équipages biélorusses du système de missiles ont terminé leur formation pratique en Russie, a annoncé le ministère.",
    "Le ministre de la Defense a visite la base avec des soldats et des officiers de la brigade.",
    "Gli equipaggi bielorussi hanno completato un ciclo di addestramento pratico in Russia, ha detto il ministero della Difesa.",
    "Las tripulaciones del sistema de misiles completaron un ciclo de entrenamiento en Rusia, dijo el ministerio de Defensa.",
    "Běloruské posádky raketového systému dokončily praktický výcvik v Rusku, oznámilo ministerstvo obrany.",
    "Белоруске посаде ракетног система завршиле су практичну обуку у Русији, саопштило је министарство одбране.",
    "Beloruske posade raketnog sistema zavrsile su prakticnu obuku u Rusiji, saopstilo je ministarstvo odbrane.",
    "Министърът каза, че самолетите са пристигнали в базата на войските в неделя и ще останат там.",
    "Baltarusijos raketų sistemos įgulos baigė praktinius mokymus Rusijoje, pranešė gynybos ministerija.",
    "A fehérorosz rakétarendszer személyzete befejezte a gyakorlati kiképzést Oroszországban, közölte a védelmi minisztérium.",
    "De Wit-Russische bemanningen van het raketsysteem hebben hun training in Rusland voltooid, zei het ministerie van Defensie.",
    "Беларусь зымыран жүйесінің экипаждары Ресейде жаттығуды аяқтады, деп хабарлады Қорғаныс министрлігі.",
    "白俄罗斯国防部表示，伊斯坎德尔导弹系统的机组人员已在俄罗斯完成训练。",
]


@pytest.mark.parametrize(("lang", "text"), KNOWN)
def test_the_six_are_told_apart(lang: str, text: str) -> None:
    assert detect_language(text) == lang


@pytest.mark.parametrize("text", OTHERS)
def test_others_are_not_forced_into_the_six(text: str) -> None:
    assert detect_language(text) == "und"


@pytest.mark.parametrize(
    "text", ["", "Расчёты вернулись домой вчера", "The crews came back", "Iskander-M S-400", "🚀 22.04.2023 https://t.me/x/1"]
)
def test_four_words_are_no_language(text: str) -> None:
    assert detect_language(text) == "und"


def test_a_quotation_does_not_turn_the_text() -> None:
    text = "Кіраўнік ведамства заявіў журналістам, што вучэнні скончыліся. «Всё прошло хорошо», — сказаў ён па-руску."
    assert detect_language(text) == "be"
