/**
 * What the operator sets for the vault. Seals what the server needs to work while nobody is signed
 * in: passwords of peers, never anything of customers. The database holds it sealed, the key is a
 * file beside it.
 */
@NullMarked
package eu.rempart.vault.operating;

import org.jspecify.annotations.NullMarked;
