//go:build tools

// Package tools pins the Temporal CLI that UM runs locally where no ready-made binary can be had.
package tools

import _ "github.com/temporalio/cli/cmd/temporal"
