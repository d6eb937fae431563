/** What is generated from small schemas, and which schemas are refused. */
@NullMarked
package eu.rempart.codegen;

import org.jspecify.annotations.NullMarked;
