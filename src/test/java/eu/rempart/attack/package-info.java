/**
 * Attacks on the packaged application through its real front door: real TLS, behind a balancer on
 * loopback whose PROXY headers put the attackers wherever they like. While they go on a member
 * works, and has every request answered.
 */
@NullMarked
package eu.rempart.attack;

import org.jspecify.annotations.NullMarked;
