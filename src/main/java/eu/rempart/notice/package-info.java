/**
 * What members are told of: a record that was handed to them, a mention. Live on their pages, and
 * by mail as each chooses. A notice holds ids alone, and is for whoever may read its record.
 */
@NullMarked
package eu.rempart.notice;

import org.jspecify.annotations.NullMarked;
