/**
 * What a security engineer wants to know: kept beside the transaction in which it was noticed, and
 * without anything of a customer.
 */
@NullMarked
package eu.rempart.vault.event;

import org.jspecify.annotations.NullMarked;
