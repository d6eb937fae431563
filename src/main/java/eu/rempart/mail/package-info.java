/**
 * Mail that Rempart itself sends: queued in the database without address or text, written and sent
 * while the vault is unlocked, tried again until it is through. Knows neither members nor letters.
 */
@NullMarked
package eu.rempart.mail;

import org.jspecify.annotations.NullMarked;
