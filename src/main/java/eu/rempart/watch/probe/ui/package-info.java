/** The part of the screen on which agents are seen, admitted and revoked. */
@NullMarked
package eu.rempart.watch.probe.ui;

import org.jspecify.annotations.NullMarked;
