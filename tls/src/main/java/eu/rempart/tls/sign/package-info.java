/**
 * The signatures of handshakes: who makes them, and how many may wait. A signature is what a
 * handshake costs, so the queue in front of it is the budget for handshakes.
 */
@NullMarked
package eu.rempart.tls.sign;

import org.jspecify.annotations.NullMarked;
