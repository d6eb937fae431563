/**
 * What a deal is about, line by line, and what it comes to. A part of the deal: its lines are one
 * sealed text of its row (decision record 0202).
 */
@NullMarked
package eu.rempart.deal.line;

import org.jspecify.annotations.NullMarked;
