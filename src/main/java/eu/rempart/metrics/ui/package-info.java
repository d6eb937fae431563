/** The screen on which administrators make and revoke tokens for programs that read numbers. */
@NullMarked
package eu.rempart.metrics.ui;

import org.jspecify.annotations.NullMarked;
