package org.switchboard;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Set;

/** Who may use whom. Packages that are not there yet are allowed to be empty. */
@AnalyzeClasses(packages = "org.switchboard", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] BASE = {"org.switchboard.shared..", "org.switchboard.reference.."};

    /** The faces, by the feature that they stand for: the only ways in beside records and enums. */
    private static final Set<String> FACES = Set.of(
            "Needs",
            "Requests",
            "NeedImport",
            "Intake",
            "Offers",
            "Providers",
            "OfferImport",
            "Policies",
            "Runs",
            "RunEvents",
            "RunExplanations",
            "RunMarginalValues",
            "RowChecks",
            "Proposals",
            "PuttingForward",
            "NoObjection",
            "Consents",
            "Findings",
            "Circulations",
            "NoObjectionToCirculation",
            "CirculationTerms",
            "Deliveries",
            "Balances",
            "Holidays",
            "ReviewPolicies",
            "Terms",
            "FollowUp",
            "Matrix",
            "Editions",
            "EditionDrawing",
            "PeriodFigures",
            "Minutes",
            "Notices",
            "NoticeStops",
            "AccessRecords");

    @ArchTest
    static final ArchRule sharedAndReferenceUseNoFeature = noClasses()
            .that()
            .resideInAnyPackage(BASE)
            .should()
            .dependOnClassesThat(ours().and(DescribedPredicate.not(resideInAnyPackage(BASE))));

    @ArchTest
    static final ArchRule sharedDoesNotUseReference = noClasses()
            .that()
            .resideInAPackage("org.switchboard.shared..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.switchboard.reference..");

    @ArchTest
    static final ArchRule accessUsesOnlyThose = onlyUses("access", "shared", "reference");

    @ArchTest
    static final ArchRule needUsesNoOtherFeature = onlyUses("need", "access", "shared", "reference");

    @ArchTest
    static final ArchRule offerUsesNoOtherFeature = onlyUses("offer", "access", "shared", "reference");

    @ArchTest
    static final ArchRule matchingUsesNeedAndOffer =
            onlyUses("matching", "need", "offer", "access", "job", "shared", "reference");

    @ArchTest
    static final ArchRule reviewUsesWhatIsReviewed =
            onlyUses("review", "matching", "need", "offer", "access", "job", "shared", "reference");

    @ArchTest
    static final ArchRule monitoringReadsWhatWasReviewed =
            onlyUses("monitoring", "review", "access", "shared", "reference");

    @ArchTest
    static final ArchRule jobsKnowNoFeature = onlyUses("job", "shared");

    /** What features tell comes to it as what it is: something that happened. */
    @ArchTest
    static final ArchRule noticeUsesNoFeature = onlyUses("notice", "access", "shared", "reference");

    @ArchTest
    static final ArchRule databaseStandsAlone = onlyUses("database");

    @ArchTest
    static final ArchRule edgeKnowsNoFeature = onlyUses("edge", "shared");

    @ArchTest
    static final ArchRule databaseIsForMainAlone = noClasses()
            .that()
            .resideInAPackage("org.switchboard..")
            .and()
            .resideOutsideOfPackages("org.switchboard", "org.switchboard.database..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.switchboard.database..");

    @ArchTest
    static final ArchRule nobodyUsesWhatReadsTheFeatures =
            slicesAtTheTop("matrix", "monitoring", "notice", "web", "cli", "sample");

    @ArchTest
    static final ArchRule engineCanBeLiftedOut = noClasses()
            .that()
            .resideInAPackage("org.switchboard.matching.engine..")
            .should()
            .dependOnClassesThat(DescribedPredicate.not(resideInAnyPackage(
                    "org.switchboard.matching.engine..",
                    "java..",
                    "org.optaplanner..",
                    "org.jspecify..",
                    "com.fasterxml.jackson.core..")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.switchboard.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule entitiesAndRepositoriesAreTheFeaturesOwn = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .haveSimpleNameEndingWith("Repository")
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule entitiesAreNeverJson = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class);

    @ArchTest
    static final ArchRule everyFaceAsksWhoReads = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(
                    DescribedPredicate.describe("are faces", owner -> FACES.contains(owner.getSimpleName())))
            .and(DescribedPredicate.describe("read or change stored items", ArchitectureTest::touchesItems))
            .should(takeTheReaderFirst());

    @ArchTest
    static final ArchRule transactionsBelongToFacesAndServices = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should(new ArchCondition<>("open no transaction") {
                @Override
                public void check(JavaClass resource, ConditionEvents events) {
                    boolean opens = resource.isAnnotatedWith(Transactional.class)
                            || resource.getMethods().stream()
                                    .anyMatch(method -> method.isAnnotatedWith(Transactional.class));
                    events.add(new SimpleConditionEvent(resource, !opens, resource.getName() + " opens a transaction"));
                }
            });

    @ArchTest
    static final ArchRule timeAndChanceAreHandedIn = noClasses()
            .that()
            .resideOutsideOfPackage("org.switchboard.shared..")
            .should()
            .callCodeUnitWhere(DescribedPredicate.describe(
                    "it reads the clock or draws lots by itself", ArchitectureTest::readsTimeOrChance));

    @ArchTest
    static final ArchRule nothingStaticChanges = noFields()
            .that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat(ours())
            .should(new ArchCondition<>("be changeable") {
                @Override
                public void check(com.tngtech.archunit.core.domain.JavaField field, ConditionEvents events) {
                    boolean changeable = !field.getModifiers().contains(JavaModifier.FINAL)
                            && !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                            && !field.getName().startsWith("$");
                    events.add(new SimpleConditionEvent(
                            field, changeable, field.getFullName() + " is static and can change"));
                }
            });

    private static DescribedPredicate<JavaClass> ours() {
        return resideInAPackage("org.switchboard..");
    }

    private static ArchRule onlyUses(String feature, String... others) {
        String[] allowed = new String[others.length + 1];
        allowed[0] = "org.switchboard." + feature + "..";
        for (int i = 0; i < others.length; i++) {
            allowed[i + 1] = "org.switchboard." + others[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage("org.switchboard." + feature + "..")
                .should()
                .dependOnClassesThat(ours().and(DescribedPredicate.not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true);
    }

    private static ArchRule slicesAtTheTop(String... tops) {
        String[] packages = new String[tops.length];
        for (int i = 0; i < tops.length; i++) {
            packages[i] = "org.switchboard." + tops[i] + "..";
        }
        return noClasses()
                .that(ours().and(DescribedPredicate.not(resideInAnyPackage(packages)))
                        .and(DescribedPredicate.not(DescribedPredicate.describe(
                                "Main", type -> type.getPackageName().equals("org.switchboard")))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages).and(alwaysTrue()));
    }

    /** Checking a file and naming what counts touch nothing stored that belongs to anybody. */
    private static boolean touchesItems(JavaMethod method) {
        return !method.getModifiers().contains(JavaModifier.STATIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !method.getName().equals("check");
    }

    private static ArchCondition<JavaMethod> takeTheReaderFirst() {
        return new ArchCondition<>("take the reader first") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean asks = !method.getRawParameterTypes().isEmpty()
                        && method.getRawParameterTypes().get(0).getFullName().equals("org.switchboard.access.Reader");
                events.add(new SimpleConditionEvent(method, asks, method.getFullName() + " does not ask who reads"));
            }
        };
    }

    private static boolean readsTimeOrChance(JavaCall<?> call) {
        String owner = call.getTargetOwner().getFullName();
        boolean takesClock =
                call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        boolean now = owner.startsWith("java.time.") && call.getName().equals("now") && !takesClock;
        boolean clock = owner.equals("java.time.Clock") && call.getName().startsWith("system");
        boolean lots = owner.equals("java.util.Random")
                && call.getName().equals("<init>")
                && call.getTarget().getRawParameterTypes().isEmpty();
        boolean dice = owner.equals("java.lang.Math") && call.getName().equals("random");
        boolean watch = owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
        return now || clock || lots || dice || watch;
    }
}
