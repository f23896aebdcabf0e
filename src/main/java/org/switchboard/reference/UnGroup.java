package org.switchboard.reference;

/** The regional groups of Member States, as they count for elections. */
public enum UnGroup implements Named {
    AFRICAN("الدول الأفريقية", "非洲国家", "African States", "États d’Afrique", "Государства Африки", "Estados de África"),
    ASIA_PACIFIC(
            "دول آسيا والمحيط الهادئ",
            "亚洲-太平洋国家",
            "Asia-Pacific States",
            "États d’Asie et du Pacifique",
            "Государства Азии и района Тихого океана",
            "Estados de Asia y el Pacífico"),
    EEG(
            "دول أوروبا الشرقية",
            "东欧国家",
            "Eastern European States",
            "États d’Europe orientale",
            "Государства Восточной Европы",
            "Estados de Europa Oriental"),
    GRULAC(
            "دول أمريكا اللاتينية ومنطقة البحر الكاريبي",
            "拉丁美洲和加勒比国家",
            "Latin American and Caribbean States",
            "États d’Amérique latine et des Caraïbes",
            "Государства Латинской Америки и Карибского бассейна",
            "Estados de América Latina y el Caribe"),
    WEOG(
            "دول أوروبا الغربية ودول أخرى",
            "西欧和其他国家",
            "Western European and other States",
            "États d’Europe occidentale et autres États",
            "Государства Западной Европы и другие государства",
            "Estados de Europa Occidental y otros Estados");

    private final Names names;

    UnGroup(String ar, String zh, String en, String fr, String ru, String es) {
        this.names = new Names(ar, zh, en, fr, ru, es);
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public Names names() {
        return names;
    }
}
