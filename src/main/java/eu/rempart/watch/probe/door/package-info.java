/**
 * Where agents knock: three addresses beside the screens, without a session, for whoever has a
 * signature or a code.
 */
@NullMarked
package eu.rempart.watch.probe.door;

import org.jspecify.annotations.NullMarked;
