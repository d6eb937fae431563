/**
 * What administrators do with the gates: rules, networks, limits and bans, each change with a
 * reason, in the ledger, and with a look beforehand at what it would have refused.
 */
@NullMarked
package eu.rempart.edge.admin;

import org.jspecify.annotations.NullMarked;
