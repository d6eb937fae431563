/**
 * Reads and writes vCards: 2.1, 3.0 and 4.0, in the dialects of Apple, Google, Outlook, Android and
 * Thunderbird.
 */
@NullMarked
package eu.rempart.exchange.vcard;

import org.jspecify.annotations.NullMarked;
