package org.switchboard.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.switchboard.offer.OfferContent;
import org.switchboard.offer.OfferDollars;
import org.switchboard.offer.OfferStatus;
import org.switchboard.offer.OfferView;

/** Carries the offers that what-if runs suppose to their columns and back. */
@ApplicationScoped
class ExtraOffers {

    private final ObjectMapper json;

    ExtraOffers(ObjectMapper json) {
        this.json = json;
    }

    /** Those of a run, each as if it had been active since the run was created. */
    List<OfferView> of(RunEntity run) {
        return run.extraOffers.stream().map(columns -> view(run, columns)).toList();
    }

    private OfferView view(RunEntity run, ExtraOfferColumns columns) {
        return new OfferView(
                columns.offer,
                0,
                columns.provider,
                OfferStatus.ACTIVE,
                run.createdAt,
                false,
                read(columns),
                new OfferDollars(
                        columns.budgetUsd,
                        columns.floorUsd,
                        columns.ceilingUsd,
                        columns.perStateCapUsd,
                        columns.rateDate));
    }

    ExtraOfferColumns columns(OfferView offer) {
        ExtraOfferColumns columns = new ExtraOfferColumns();
        columns.offer = offer.id();
        columns.provider = offer.provider();
        columns.content = written(offer.content());
        columns.budgetUsd = offer.dollars().budgetUsd();
        columns.floorUsd = offer.dollars().floorUsd();
        columns.ceilingUsd = offer.dollars().ceilingUsd();
        columns.perStateCapUsd = offer.dollars().perStateCapUsd();
        columns.rateDate = offer.dollars().rateDate();
        return columns;
    }

    private OfferContent read(ExtraOfferColumns columns) {
        try {
            return json.readValue(columns.content, OfferContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored extra offer " + columns.offer + " cannot be read", e);
        }
    }

    private String written(OfferContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write an offer", e);
        }
    }
}
