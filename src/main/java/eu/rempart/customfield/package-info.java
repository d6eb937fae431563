/**
 * Custom fields: fields of the organisation's own on contacts, companies and deals. One door in,
 * {@link eu.rempart.customfield.CustomFieldService}; records hold their values themselves.
 */
@NullMarked
package eu.rempart.customfield;

import org.jspecify.annotations.NullMarked;
