/**
 * Tags: short words with a colour that people put on contacts, companies and deals. One door in,
 * {@link eu.rempart.tag.TagService}; records hold the ids of their tags themselves.
 */
@NullMarked
package eu.rempart.tag;

import org.jspecify.annotations.NullMarked;
