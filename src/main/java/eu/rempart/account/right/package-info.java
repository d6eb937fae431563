/**
 * What a member may do with which records, beside what their role says, and who may open which
 * view. The room team knows the answers.
 */
@NullMarked
package eu.rempart.account.right;

import org.jspecify.annotations.NullMarked;
