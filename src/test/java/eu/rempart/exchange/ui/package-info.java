/** Tests of the wizard. */
@org.jspecify.annotations.NullMarked
package eu.rempart.exchange.ui;
