package org.switchboard.matching;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.switchboard.need.NeedView;
import org.switchboard.offer.OfferView;
import org.switchboard.offer.Standing;

/**
 * What a run suggests; seen by experts only until it is put forward.
 *
 * @param whatIf whether it only shows what would be, and is never put forward
 * @param level1 the sum over States of a concave value of their weighted coverage: the first help to a State counts most
 * @param level2 how well the matches fit, less charges for further providers of one need and for changes
 * @param rows the matches, by State and need
 * @param unmet needs without a match, the costliest first
 */
@Schema(examples = """
                {"run": "0d65fbb8-86bc-4442-8551-d0eaa7ea692c", "whatIf": false, "sample": false, "policy": 1, "seed": 1,
                 "level1": 25298, "level2": 68,
                 "total": {"needs": 2, "served": 1, "askedUsd": 540000, "plannedUsd": 240000},
                 "rows": [{"need": {"id": "422f224e-cbfd-4ea2-b201-03521d5e987c", "reference": "2026/1-1", "state": "KEN",
                                    "theme": "FIN", "title": "Training of financial intelligence analysts",
                                    "costUsd": 240000, "tranches": 2},
                           "offer": {"id": "1e186f4d-7889-43a7-9366-e46e962c5ef4", "reference": "LAF-2027-1",
                                     "provider": "LAF", "title": "Counter-financing training, Eastern Africa", "potential": false},
                           "parts": 2, "usd": 240000, "fit": 68}],
                 "unmet": [{"need": {"id": "84528721-4212-4ddf-9317-58fee2b38937", "reference": "2026/4-1", "state": "MNG",
                                     "theme": "CUS", "title": "Training of customs officers", "costUsd": 300000,
                                     "tranches": 1}, "hadCandidates": false, "leftAlone": false}],
                 "byRegion": [{"code": "002", "needs": 1, "served": 1, "askedUsd": 240000, "plannedUsd": 240000}],
                 "byTheme": [{"code": "FIN", "needs": 1, "served": 1, "askedUsd": 240000, "plannedUsd": 240000}]}""")
public record PlanView(
        UUID run,
        boolean whatIf,
        boolean sample,
        int policy,
        long seed,
        long level1,
        long level2,
        Coverage total,
        List<Row> rows,
        List<Unmet> unmet,
        List<Coverage> byRegion,
        List<Coverage> byTheme) {

    /**
     * How much of what is asked the plan covers.
     *
     * @param code of the region or area; null for all together
     * @param needs that are asked
     * @param served needs that get some help
     * @param askedUsd whole US dollars
     * @param plannedUsd of which the plan pays
     */
    public record Coverage(@Nullable String code, int needs, int served, long askedUsd, long plannedUsd) {}

    /** A need as a plan names it. */
    public record NeedLine(
            UUID id, String reference, String state, String theme, String title, long costUsd, int tranches) {
        static NeedLine of(NeedView need) {
            return new NeedLine(
                    need.id(),
                    need.content().reference(),
                    need.state(),
                    need.content().theme(),
                    need.content().title(),
                    need.costUsd(),
                    need.content().tranches());
        }
    }

    /**
     * An offer as a plan names it.
     *
     * @param title marked where the offer is potential
     * @param potential whether nobody has funded it, or it is only supposed; there are such in the plans of what-if runs alone
     */
    public record OfferLine(UUID id, String reference, String provider, String title, boolean potential) {
        static OfferLine of(OfferView offer) {
            boolean potential = offer.content().standing() == Standing.POTENTIAL;
            String title = offer.content().title();
            return new OfferLine(
                    offer.id(),
                    offer.content().reference(),
                    offer.provider(),
                    potential ? title + " (potential)" : title,
                    potential);
        }
    }

    /**
     * One match.
     *
     * @param parts of the need's tranches that the offer pays
     * @param usd what they cost
     * @param fit 0 to 100
     */
    public record Row(NeedLine need, OfferLine offer, int parts, long usd, int fit) {}

    /**
     * One need without a match.
     *
     * @param hadCandidates whether any offer may serve it: if so, others went before it; if not, no offer keeps all rules, or
     *     the run was asked not to match it
     * @param leftAlone whether the run was asked to give it nothing
     */
    public record Unmet(NeedLine need, boolean hadCandidates, boolean leftAlone) {}
}
