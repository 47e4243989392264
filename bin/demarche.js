#!/usr/bin/env node
/*
 * Starts the program on Node 24. Written so that any old Node can read it: it either finds the Node that
 * came with the project (the npm package "node") or says in one sentence what is missing.
 */
'use strict'

var childProcess = require('child_process')
var fs = require('fs')
var path = require('path')

var NEEDED = 24
var MAIN = path.join(__dirname, '..', 'src', 'cli', 'main.ts')
var FLAGS = ['--disable-warning=ExperimentalWarning']

start()

function start() {
  var own = majorOf(process.versions.node) >= NEEDED ? process.execPath : findNode()
  if (own === undefined) {
    process.stderr.write(
      'Demarche needs Node ' +
        NEEDED +
        ' or newer, and this is Node ' +
        process.versions.node +
        '. Run "npm ci" in the folder of the program, which brings the right one, or install Node ' +
        NEEDED +
        '.\n',
    )
    process.exit(2)
  }
  run(own)
}

/** The Node of the npm package "node", if it is there and new enough. */
function findNode() {
  var folder
  try {
    folder = path.dirname(require.resolve('node/package.json'))
    var version = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).version
    if (majorOf(version) < NEEDED) return undefined
  } catch (error) {
    // Not installed: there is nothing to find, and the caller says so.
    return undefined
  }
  var file = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return fs.existsSync(file) ? file : undefined
}

/** Hands over arguments, streams and signals, and ends as the program ends. */
function run(node) {
  var child = childProcess.spawn(node, FLAGS.concat(MAIN, process.argv.slice(2)), {
    // The fourth stream lets the program notice when this process is gone.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  ;['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(function (signal) {
    process.on(signal, function () {
      child.kill(signal)
    })
  })
  child.on('error', function (error) {
    process.stderr.write('Demarche cannot be started: ' + error.message + '.\n')
    process.exit(1)
  })
  child.on('exit', function (code, signal) {
    if (signal === null) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

function majorOf(version) {
  return Number(version.split('.')[0])
}
