package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is stored of deliveries; asked for about proposals that were found before. */
@ApplicationScoped
class DeliveryRepository {

    private final EntityManager database;

    DeliveryRepository(EntityManager database) {
        this.database = database;
    }

    List<MilestoneEntity> milestones(UUID proposal) {
        return of("MilestoneEntity", "place", MilestoneEntity.class, proposal);
    }

    List<PaymentEntity> payments(UUID proposal) {
        return of("PaymentEntity", "at, e.id", PaymentEntity.class, proposal);
    }

    List<DeliveryReportEntity> reports(UUID proposal) {
        return of("DeliveryReportEntity", "at, e.id", DeliveryReportEntity.class, proposal);
    }

    /** Of both sides, or of its own, as the database shows them to the transaction's reader. */
    List<FeedbackEntity> feedback(UUID proposal) {
        return of("FeedbackEntity", "party", FeedbackEntity.class, proposal);
    }

    private <E> List<E> of(String entity, String order, Class<E> type, UUID proposal) {
        return database.createQuery(
                        "from %s e where e.proposal = :proposal order by e.%s".formatted(entity, order), type)
                .setParameter("proposal", proposal)
                .getResultList();
    }

    Optional<YearAnswerEntity> yearAnswer(UUID proposal) {
        return Optional.ofNullable(database.find(YearAnswerEntity.class, proposal));
    }

    /** All that was committed and paid for these proposals. */
    List<PaymentEntity> payments(Collection<UUID> proposals) {
        return database.createQuery("from PaymentEntity where proposal in (:proposals)", PaymentEntity.class)
                .setParameter("proposals", proposals)
                .getResultList();
    }

    /** The average rating that both sides gave of each provider's help to each State, from 1 to 5. */
    List<RatingRow> ratings() {
        return database.createQuery(
                        "select new org.switchboard.review.DeliveryRepository$RatingRow(p.provider, p.state, avg(f.rating))"
                                + " from FeedbackEntity f join ProposalEntity p on p.id = f.proposal"
                                + " group by p.provider, p.state",
                        RatingRow.class)
                .getResultList();
    }

    record RatingRow(String provider, String state, double rating) {}

    void replaceMilestones(UUID proposal, List<MilestoneEntity> milestones) {
        database.createQuery("delete from MilestoneEntity where proposal = :proposal")
                .setParameter("proposal", proposal)
                .executeUpdate();
        milestones.forEach(database::persist);
    }

    void add(Object entity) {
        database.persist(entity);
    }

    void flush() {
        database.flush();
    }
}
