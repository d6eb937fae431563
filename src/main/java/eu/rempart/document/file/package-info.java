/**
 * The files of documents: on their way in, sealed chunk by chunk, and out again; whatever their
 * size, a megabyte of them at most is in memory.
 */
@NullMarked
package eu.rempart.document.file;

import org.jspecify.annotations.NullMarked;
