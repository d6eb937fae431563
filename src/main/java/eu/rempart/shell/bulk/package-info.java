/**
 * Steps on many records at once as lists offer them: assign, tag, archive, edit a field. What a
 * step does, the room of the records says; who runs it, another room.
 */
@NullMarked
package eu.rempart.shell.bulk;

import org.jspecify.annotations.NullMarked;
