/** The ledger, as every room writes it. */
@NullMarked
package eu.rempart.db.ledger;

import org.jspecify.annotations.NullMarked;
