package org.switchboard.sample;

import java.util.List;

/** What needs of the sample are about, area by area. */
enum SampleTheme {
    LEG("legislative drafters of the Ministry of Justice", "counter-terrorism legislation", "Ministry of Justice"),
    FIN("financial intelligence analysts", "the freezing of terrorist assets", "Financial Intelligence Unit"),
    CUS("customs officers", "cargo targeting and cash couriers", "Customs Administration"),
    IMM("immigration officers", "travel document security", "Immigration Service"),
    EXT("staff of the central authority", "extradition and mutual legal assistance", "Central Authority"),
    POL("investigators", "the investigation of terrorist offences", "National Police"),
    ARM("stockpile managers", "marking and tracing of small arms", "National Commission on Small Arms"),
    JUD("prosecutors and judges", "the prosecution of terrorist offences", "Office of the Prosecutor General"),
    BOR("border guards", "integrated border management", "Border Service"),
    COO("liaison officers", "exchange of information through INTERPOL", "National Central Bureau"),
    CVE("community workers", "the prevention of violent extremism", "National Centre for Prevention"),
    FTF("prison and probation staff", "rehabilitation and reintegration", "Prison Service"),
    HRT("members of oversight bodies", "human rights in counter-terrorism", "National Human Rights Institution"),
    CIP("operators of critical infrastructure", "the protection of soft targets", "Ministry of the Interior"),
    ICT("forensic examiners", "digital evidence and biometrics", "Cybercrime Unit"),
    WMD("first responders", "the control of hazardous materials", "Authority for Nuclear and Chemical Safety");

    private final String people;
    private final String subject;
    private final String institution;

    SampleTheme(String people, String subject, String institution) {
        this.people = people;
        this.subject = subject;
        this.institution = institution;
    }

    /** A kind of assistance in this area, as a need would be titled. */
    record Wish(String kind, String title) {}

    /** What is asked in this area. */
    List<Wish> wishes() {
        return List.of(
                new Wish("TRAINING", "Training course on " + subject + " for " + people),
                new Wish("TRAIN_TRAINERS", "Training of trainers on " + subject),
                new Wish("ADVISORY_MISSION", "Advisory mission on " + subject),
                new Wish("MENTORING", "Long-term adviser on " + subject),
                new Wish("STUDY_VISIT", "Study visit of " + people),
                new Wish("LEGAL_DRAFTING", "Review and drafting of laws on " + subject),
                new Wish("EQUIPMENT", "Equipment for " + people),
                new Wish("IT_SYSTEM", "Case management system for " + people),
                new Wish("TOOLS", "Manual and model procedures on " + subject));
    }

    String institution() {
        return institution;
    }

    String subject() {
        return subject;
    }
}
