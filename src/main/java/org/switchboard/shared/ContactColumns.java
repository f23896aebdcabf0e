package org.switchboard.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A {@link Contact} as it stands in a row. */
@Embeddable
public class ContactColumns {

    @Column(name = "contact_office")
    private @Nullable String office;

    @Column(name = "contact_email")
    private @Nullable String email;

    @Column(name = "contact_phone")
    private @Nullable String phone;

    @Column(name = "contact_website")
    private @Nullable String website;

    public static @Nullable ContactColumns of(@Nullable Contact contact) {
        if (contact == null) {
            return null;
        }
        ContactColumns columns = new ContactColumns();
        columns.office = contact.office();
        columns.email = contact.email();
        columns.phone = contact.phone();
        columns.website = contact.website();
        return columns;
    }

    public static @Nullable Contact read(@Nullable ContactColumns columns) {
        return columns == null ? null : new Contact(columns.office, columns.email, columns.phone, columns.website);
    }
}
