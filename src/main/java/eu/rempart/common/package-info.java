/**
 * Value objects that every room shares: they check size, then characters, then syntax, and can't be
 * wrong once made. No services. Their {@code toString} never shows what they hold, since logs leave
 * the vault.
 */
@NullMarked
package eu.rempart.common;

import org.jspecify.annotations.NullMarked;
