/**
 * The words in which repositories speak about sealed columns: what a column opens to, and what
 * comes of opening it. The vault implements {@link eu.rempart.db.sealed.Sealing}; nothing here can.
 */
@NullMarked
package eu.rempart.db.sealed;

import org.jspecify.annotations.NullMarked;
