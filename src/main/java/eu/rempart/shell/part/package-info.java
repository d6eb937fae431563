/**
 * The parts screens are built from: avatars, lists of records, notices, dialogs, empty states. They
 * look right in both colour schemes and on a phone; they know no record of any room.
 */
@NullMarked
package eu.rempart.shell.part;

import org.jspecify.annotations.NullMarked;
