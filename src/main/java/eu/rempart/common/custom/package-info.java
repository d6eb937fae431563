/**
 * Fields of the organisation's own, and the values that records have in them. Values are kept as
 * text in one form for each kind of field, so that the same value is the same text.
 */
@NullMarked
package eu.rempart.common.custom;

import org.jspecify.annotations.NullMarked;
