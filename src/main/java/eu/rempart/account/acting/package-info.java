/** Tells the database and the vault who acts on a thread. */
@NullMarked
package eu.rempart.account.acting;

import org.jspecify.annotations.NullMarked;
