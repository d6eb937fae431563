/** Files on their way in and out: names, types, resuming, size, attacks. */
@NullMarked
package eu.rempart.document.file;

import org.jspecify.annotations.NullMarked;
