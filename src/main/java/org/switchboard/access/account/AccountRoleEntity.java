package org.switchboard.access.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.switchboard.access.Assignment;
import org.switchboard.access.Role;

@Entity
@Table(name = "account_role")
@NullUnmarked
class AccountRoleEntity {
    @Id
    UUID id;

    UUID account;

    @Enumerated(EnumType.STRING)
    Role role;

    String state;
    String provider;

    Assignment assignment() {
        return new Assignment(role, state, provider);
    }
}
