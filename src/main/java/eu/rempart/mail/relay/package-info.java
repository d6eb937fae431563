/** The mail server that administrators set up, and connections to it that are bounded. */
@NullMarked
package eu.rempart.mail.relay;

import org.jspecify.annotations.NullMarked;
