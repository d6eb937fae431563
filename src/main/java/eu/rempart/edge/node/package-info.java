/**
 * This application as a node behind edges on other machines: the door for them, what they are told,
 * and what they report.
 */
@NullMarked
package eu.rempart.edge.node;

import org.jspecify.annotations.NullMarked;
