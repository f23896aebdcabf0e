package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.switchboard.access.Reader;
import org.switchboard.access.Visible;
import org.switchboard.need.NeedStatus;
import org.switchboard.shared.Listing;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.SortKey;

/** Stored proposals, and what was done with them. Every question is answered within what its reader sees. */
@ApplicationScoped
class ProposalRepository {

    private static final Listing<ProposalEntity> PROPOSALS = new Listing<>(
            ProposalEntity.class,
            proposal -> proposal.id,
            List.of(
                    new SortKey<>("putForward", "e.putForwardAt", proposal -> proposal.putForwardAt, Instant::parse),
                    new SortKey<>("reference", "e.reference", proposal -> proposal.reference, text -> text),
                    new SortKey<>("usd", "e.usd", proposal -> proposal.usd, Long::valueOf)));

    /** Of the lock under which money, places and absorption are given out, by one person after the other. */
    private static final int ALLOCATION = 1373;

    private static final String OUTDATED = """
            e.status in (:unsettled) and exists (select 1 from NeedEntity n where n.id = e.need and (n.status = :withdrawn
                or e.status in (:consultedOn)
                    and (n.status not in (:looking) or n.tranches <> e.ofParts or n.costUsd <> e.ofUsd)))""";

    private static final String TO_FOLLOW_UP = """
            e.status = :delivering and exists (select 1 from MilestoneEntity m where m.proposal = e.id and m.dueOn < :today
                and (m.reachedOn is null and (e.overdueToldFor is null or m.dueOn > e.overdueToldFor)
                    or e.reportsAskedFor is null or m.dueOn > e.reportsAskedFor))
            or e.status = :delivered and e.askedAfterAYear = false and e.deliveredAt < :aYearAgo""";

    private final Visible visible;
    private final EntityManager database;

    ProposalRepository(Visible visible, EntityManager database) {
        this.visible = visible;
        this.database = database;
    }

    Optional<ProposalEntity> proposal(Reader reader, UUID id) {
        return visible.one(reader, ProposalEntity.class, "e.id = :id", Map.of("id", id));
    }

    /** The proposal as it stands now, held against changes by others until the transaction ends. */
    Optional<ProposalEntity> proposalToChange(Reader reader, UUID id) {
        Optional<ProposalEntity> found = proposal(reader, id);
        found.ifPresent(proposal -> database.refresh(proposal, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    Page<ProposalEntity> proposals(Reader reader, ProposalFilter filter, LocalDate today, PageRequest page) {
        return visible.page(
                reader, PROPOSALS, filter.conditions(), filter.parameters(today), page, proposal -> proposal);
    }

    /** Those that stand; to plan by, so that it is not recorded whose they are. */
    List<ProposalEntity> standing(Reader reader) {
        return visible.allForPlans(
                reader,
                ProposalEntity.class,
                "e.status in (:statuses)",
                Map.of("statuses", ProposalStatus.standing()),
                "order by e.reference");
    }

    /** Those to which somebody has said no, unless the experts have found that it may be asked again. */
    List<ProposalEntity> banning(Reader reader) {
        return visible.allForPlans(
                reader,
                ProposalEntity.class,
                "e.status in (:statuses) and e.banLifted = false",
                Map.of("statuses", ProposalStatus.banning()),
                "order by e.reference");
    }

    List<ProposalEntity> ofNeed(Reader reader, UUID need) {
        return visible.allForPlans(
                reader, ProposalEntity.class, "e.need = :need", Map.of("need", need), "order by e.reference");
    }

    List<UUID> with(Reader service, TermDue due) {
        return ids(service, due.condition(), due.parameters());
    }

    /** Those that are no longer of their need as they were put forward. Needs are asked whoever sees them: for the service. */
    List<UUID> outdated(Reader service) {
        return ids(
                service,
                OUTDATED,
                Map.of(
                        "unsettled",
                        ProposalStatus.unsettled(),
                        "consultedOn",
                        ProposalStatus.consultedOn(),
                        "withdrawn",
                        NeedStatus.WITHDRAWN,
                        "looking",
                        Arrays.stream(NeedStatus.values())
                                .filter(NeedStatus::looksForHelp)
                                .toList()));
    }

    /**
     * Matches of which a milestone was due and nobody has looked at it since, and those whose State is to be asked what is left
     * after a year.
     */
    List<UUID> toFollowUp(Reader service, LocalDate today) {
        return ids(
                service,
                TO_FOLLOW_UP,
                Map.of(
                        "delivering",
                        ProposalStatus.IN_DELIVERY,
                        "delivered",
                        ProposalStatus.DELIVERED,
                        "today",
                        today,
                        "aYearAgo",
                        today.minusYears(1)
                                .plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()));
    }

    private List<UUID> ids(Reader service, String condition, Map<String, Object> parameters) {
        return visible
                .allForPlans(service, ProposalEntity.class, condition, parameters, "order by e.until, e.reference")
                .stream()
                .map(proposal -> proposal.id)
                .toList();
    }

    /** What was done with proposals that were found before, as far as the transaction's reader may see it. */
    Map<UUID, List<ProposalActEntity>> acts(Collection<UUID> proposals) {
        return database.createQuery(
                        "from ProposalActEntity where proposal in (:proposals) order by id", ProposalActEntity.class)
                .setParameter("proposals", proposals)
                .getResultStream()
                .collect(Collectors.groupingBy(act -> act.proposal));
    }

    /** The run of the plan that was put forward last. */
    Optional<UUID> lastPutForward() {
        return database.createQuery("select run from PuttingForwardEntity order by putForwardAt desc, id", UUID.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The last finding on each need and provider. */
    Collection<FindingEntity> findings() {
        return allFindings().stream()
                .collect(Collectors.toMap(
                        finding -> finding.need + " " + finding.provider,
                        finding -> finding,
                        (earlier, later) -> later,
                        LinkedHashMap::new))
                .values();
    }

    List<FindingEntity> allFindings() {
        return database.createQuery("from FindingEntity order by foundAt, id", FindingEntity.class)
                .getResultList();
    }

    List<FindingEntity> findings(UUID need) {
        return database.createQuery("from FindingEntity where need = :need order by foundAt, id", FindingEntity.class)
                .setParameter("need", need)
                .getResultList();
    }

    List<HolidayEntity> holidays() {
        return database.createQuery("from HolidayEntity order by day", HolidayEntity.class)
                .getResultList();
    }

    Optional<HolidayEntity> holiday(LocalDate day) {
        return Optional.ofNullable(database.find(HolidayEntity.class, day));
    }

    /** Until the transaction ends nobody else gives out money, places or absorption; what others gave out before is seen. */
    void holdAllocation() {
        database.createNativeQuery("select pg_advisory_xact_lock(:key) is null", Boolean.class)
                .setParameter("key", ALLOCATION)
                .getSingleResult();
    }

    int removeSample(Reader reader) {
        return visible.removeSample(reader, ProposalEntity.class, "true");
    }

    void add(Object entity) {
        database.persist(entity);
    }

    void remove(Object entity) {
        database.remove(entity);
    }

    void flush() {
        database.flush();
    }
}
