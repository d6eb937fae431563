/**
 * Two sites and a witness: who leads, how the application follows, and the commands that set them
 * up. Patroni decides who leads; nothing here promotes anybody.
 */
@NullMarked
package eu.rempart.ops.site;

import org.jspecify.annotations.NullMarked;
