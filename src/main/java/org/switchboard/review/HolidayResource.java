package org.switchboard.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.switchboard.access.Asking;
import org.switchboard.shared.Roles;

@Path("/api/v1/holidays")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holidays", description = "Days that do not count for terms, beside Saturdays and Sundays")
public class HolidayResource {

    private final Holidays holidays;
    private final Asking asking;

    HolidayResource(Holidays holidays, Asking asking) {
        this.holidays = holidays;
        this.asking = asking;
    }

    @GET
    @RolesAllowed({Roles.FOCAL_POINT, Roles.PROVIDER, Roles.EXPERT, Roles.COMMITTEE, Roles.ADMINISTRATOR})
    @Operation(operationId = "listHolidays", summary = "All holidays, by day")
    public List<HolidayView> list() {
        return holidays.list(asking.reader());
    }

    @PUT
    @Path("/{day}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(operationId = "putHoliday", summary = "Make a day a holiday, or name it otherwise")
    public HolidayView put(@PathParam("day") LocalDate day, @NotNull @Valid HolidayContent content) {
        return holidays.put(asking.reader(), day, content);
    }

    @DELETE
    @Path("/{day}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(operationId = "removeHoliday", summary = "Make a holiday a day like others")
    @APIResponse(responseCode = "204", description = "It is a day like others")
    public void remove(@PathParam("day") LocalDate day) {
        holidays.remove(asking.reader(), day);
    }
}
