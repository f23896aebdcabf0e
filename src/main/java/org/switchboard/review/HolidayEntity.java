package org.switchboard.review;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "holiday")
@NullUnmarked
class HolidayEntity {
    @Id
    LocalDate day;

    String name;
}
