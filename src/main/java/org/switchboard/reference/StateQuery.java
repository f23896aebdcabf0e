package org.switchboard.reference;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters on States; those given must all hold. */
public class StateQuery {

    @QueryParam("region")
    @Parameter(description = "M49 code of a region, sub-region or intermediate region.", example = "011")
    @Nullable
    String region;

    @QueryParam("group")
    @Parameter(
            description = "Regional group.",
            schema = @Schema(enumeration = {"AFRICAN", "ASIA_PACIFIC", "EEG", "GRULAC", "WEOG"}))
    @Nullable
    String group;

    @QueryParam("status")
    @Parameter(schema = @Schema(enumeration = {"member", "observer", "non-member"}))
    @Nullable
    String status;

    @QueryParam("ldc")
    @Parameter(description = "Least developed countries, or all others.", schema = @Schema(type = SchemaType.BOOLEAN))
    @Nullable
    String ldc;

    @QueryParam("lldc")
    @Parameter(
            description = "Landlocked developing countries, or all others.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Nullable
    String lldc;

    @QueryParam("sids")
    @Parameter(
            description = "Small island developing States, or all others.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Nullable
    String sids;

    /** Fails with status 400 where a filter is none of its values. */
    Predicate<State> in(ReferenceData data) {
        return inRegion(data)
                .and(inGroup())
                .and(withStatus())
                .and(flag("ldc", ldc, State::ldc))
                .and(flag("lldc", lldc, State::lldc))
                .and(flag("sids", sids, State::sids));
    }

    private Predicate<State> inRegion(ReferenceData data) {
        String code = region;
        if (code == null) {
            return state -> true;
        }
        if (data.region(code).isEmpty()) {
            throw refused("region", "the M49 code of a region, sub-region or intermediate region");
        }
        return state -> data.regionsOf(state).contains(code);
    }

    private Predicate<State> inGroup() {
        return choice("group", group, List.of(UnGroup.values()), UnGroup::name, State::group);
    }

    private Predicate<State> withStatus() {
        return choice("status", status, List.of(StateStatus.values()), StateStatus::code, State::status);
    }

    private static Predicate<State> flag(String parameter, @Nullable String value, Predicate<State> holds) {
        return choice(parameter, value, List.of(true, false), String::valueOf, holds::test);
    }

    private static <T> Predicate<State> choice(
            String parameter,
            @Nullable String value,
            List<T> choices,
            Function<T, String> code,
            Function<State, @Nullable T> attribute) {
        if (value == null) {
            return state -> true;
        }
        T wanted = choices.stream()
                .filter(choice -> code.apply(choice).equals(value))
                .findFirst()
                .orElseThrow(() -> refused(
                        parameter,
                        "one of " + String.join(", ", choices.stream().map(code).toList())));
        return state -> wanted.equals(attribute.apply(state));
    }

    private static HttpProblem refused(String parameter, String expected) {
        return HttpProblem.valueOf(Status.BAD_REQUEST, "The parameter " + parameter + " must be " + expected + ".");
    }
}
