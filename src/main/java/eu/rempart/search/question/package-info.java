/**
 * What can be asked of the index: the fields that a room says its records have, conditions on them,
 * texts and orders. Values only; other rooms use it freely.
 */
@NullMarked
package eu.rempart.search.question;

import org.jspecify.annotations.NullMarked;
