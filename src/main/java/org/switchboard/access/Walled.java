package org.switchboard.access;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells the database, at the begin of each transaction, for whom it works: the {@link Reader}, or {@link Person}, that a
 * method takes first.
 *
 * <p>Stands on every class that opens transactions over items. Where it is missing the database shows nothing.
 */
@Inherited
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Walled {}
