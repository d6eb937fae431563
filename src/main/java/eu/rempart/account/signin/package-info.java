/**
 * The way in: what Spring Security asks before and after a password, how guessing is slowed down,
 * and which devices are known.
 */
@NullMarked
package eu.rempart.account.signin;

import org.jspecify.annotations.NullMarked;
