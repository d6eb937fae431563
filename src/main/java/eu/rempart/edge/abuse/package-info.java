/**
 * Finds abuse in what sources do, answers in steps (slow, then ban for longer each time), and says
 * why in words. Never bans whom it must not: allowed networks, members, administrators.
 */
@NullMarked
package eu.rempart.edge.abuse;

import org.jspecify.annotations.NullMarked;
