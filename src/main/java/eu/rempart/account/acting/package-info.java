/** Tells the database and the vault who acts on a thread, also on one that works apart. */
@NullMarked
package eu.rempart.account.acting;

import org.jspecify.annotations.NullMarked;
