package org.switchboard.matrix;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.switchboard.need.NeedStatus;
import org.switchboard.need.Needs;
import org.switchboard.reference.Language;
import org.switchboard.reference.ReferenceData;
import org.switchboard.reference.State;
import org.switchboard.reference.UnGroup;
import org.switchboard.shared.Refusal;

/** What of the matrix is asked for, as it stands in the address. */
public class MatrixParameters {

    private static final List<String> SITUATIONS = List.of("LDC", "LLDC", "SIDS");

    @QueryParam("rows")
    @DefaultValue("region")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"region", "subregion", "state", "group"}))
    String rows = "region";

    @QueryParam("columns")
    @DefaultValue("theme")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"theme", "subtheme", "stage", "kind"}))
    String columns = "theme";

    @QueryParam("theme")
    @Parameter(description = "An area with its sub-areas, or one sub-area")
    @Nullable
    String theme;

    @QueryParam("stage")
    @Nullable
    String stage;

    @QueryParam("kind")
    @Nullable
    String kind;

    @QueryParam("region")
    @Parameter(description = "M49 code of a region, sub-region or intermediate region")
    @Nullable
    String region;

    @QueryParam("state")
    @Parameter(description = "ISO 3166-1 alpha-3")
    @Nullable
    String state;

    @QueryParam("group")
    @Parameter(description = "Regional group of the United Nations", schema = @Schema(implementation = UnGroup.class))
    @Nullable
    String group;

    @QueryParam("situation")
    @Parameter(
            description =
                    "States in a special situation: least developed, landlocked developing, small island developing",
            schema = @Schema(enumeration = {"LDC", "LLDC", "SIDS"}))
    @Nullable
    String situation;

    @QueryParam("language")
    @Parameter(description = "BCP 47: of needs that can be served in it, and offers that work in it")
    @Nullable
    String language;

    @QueryParam("source")
    @Parameter(description = "Where needs come from, as stored with them; offers have none")
    @Nullable
    String source;

    @QueryParam("from")
    @Parameter(
            description = "First day of a period that needs and offers must touch",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "Last day of that period", schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Nullable
    String to;

    @QueryParam("status")
    @Parameter(
            description = "Of needs; left out: all but drafts and those returned or withdrawn",
            schema = @Schema(implementation = NeedStatus.class))
    @Nullable
    String status;

    MatrixFilter filter(ReferenceData reference) {
        known("theme", theme, theme == null ? Optional.empty() : reference.theme(theme));
        known("stage", stage, stage == null ? Optional.empty() : reference.stage(stage));
        known("kind", kind, kind == null ? Optional.empty() : reference.kind(kind));
        known("state", state, state == null ? Optional.empty() : reference.state(state));
        known("region", region, region == null ? Optional.empty() : reference.region(region));
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw new Refusal.Malformed("to must not be before from, but " + last + " is before " + first + ".");
        }
        return new MatrixFilter(states(reference), theme, stage, kind, first, last, language, source, statuses());
    }

    private Set<NeedStatus> statuses() {
        if (status == null) {
            return Needs.counted();
        }
        return Arrays.stream(NeedStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .map(known -> Set.of(known))
                .orElseThrow(() -> new Refusal.Malformed(
                        "status must be one of " + List.of(NeedStatus.values()) + ", not '" + status + "'."));
    }

    private @Nullable List<String> states(ReferenceData reference) {
        if (region == null && state == null && group == null && situation == null) {
            return null;
        }
        UnGroup wanted = group == null ? null : group(group);
        requireSituation();
        return (region == null ? reference.states(Language.EN) : reference.statesIn(region))
                .stream()
                        .filter(one -> state == null || one.iso3().equals(state))
                        .filter(one -> wanted == null || wanted == one.group())
                        .filter(one -> situation == null || one.specialGroups().contains(situation))
                        .map(State::iso3)
                        .toList();
    }

    private static UnGroup group(String name) {
        return Arrays.stream(UnGroup.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal.Malformed(
                        "group must be one of " + List.of(UnGroup.values()) + ", not '" + name + "'."));
    }

    private void requireSituation() {
        if (situation != null && !SITUATIONS.contains(situation)) {
            throw new Refusal.Malformed("situation must be one of " + SITUATIONS + ", not '" + situation + "'.");
        }
    }

    private static void known(String parameter, @Nullable String value, Optional<?> found) {
        if (value != null && found.isEmpty()) {
            throw new Refusal.Malformed(
                    "'" + value + "' is no known " + parameter + "; the list is at /api/v1/" + parameter + "s.");
        }
    }

    private static @Nullable LocalDate day(String parameter, @Nullable String value) {
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new Refusal.Malformed(parameter + " must be a date such as 2027-01-31, not '" + value + "'.");
        }
    }
}
